/** Before each file: what a component loads on demand has as long as a slow machine takes. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 15_000 });
