/** Version of the equations. Raise it with every change that moves a result; it is stored beside every number. */
export const MODEL_VERSION = "1.0";
