// Passkeys: the browser asks the person's device, and its answer goes with the form. Where this does not run, no such form is shown.
"use strict";
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) document.documentElement.dataset.passkeys = "known";

const use = (options) =>
  navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }).then((one) => one.toJSON());

// A device that makes a secret only when a passkey is used is asked to use the one that it has just made.
async function make(options) {
  const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  const answer = made.toJSON();
  const { prf } = options.extensions;
  if (prf && answer.clientExtensionResults.prf?.enabled && !answer.clientExtensionResults.prf.results) {
    const [allowCredentials, userVerification] = [[{ id: made.id, type: "public-key" }], "required"];
    const { challenge, rp } = options;
    const used = await use({ challenge, rpId: rp.id, allowCredentials, userVerification, extensions: { prf } });
    answer.clientExtensionResults.prf = used.clientExtensionResults.prf;
  }
  return answer;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.passkey) return;
  event.preventDefault();
  const options = JSON.parse(form.dataset.passkey);
  // What is new waits until the device has answered: the form must stay in the page.
  document.body.dataset.busy = "";
  try {
    form.elements.answer.value = JSON.stringify(await (options.user ? make(options) : use(options)));
    form.submit();
  } catch {
    const alert = form.querySelector("[role=alert]");
    [alert.textContent, alert.hidden] = [form.dataset.failed, false];
  } finally {
    delete document.body.dataset.busy;
  }
});
