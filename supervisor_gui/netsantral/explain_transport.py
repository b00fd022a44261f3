"""Explanations of what happened between us and the PBX, by the error's reason. Refusals are not here."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.netsantral.explanation import Words

TRANSPORT_WORDS: Mapping[str, Words] = {
    "dns": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's address was not found"),
        QT_TRANSLATE_NOOP("Errors", "This computer cannot find the host's name, so nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and the PBX's address in the profile."),
    ),
    "refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX does not take the connection"),
        QT_TRANSLATE_NOOP("Errors", "The computer at that address turned the connection down, so nothing was sent."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the port in the profile. If it is right, the service is down: wait, or ask Netgsm.",
        ),
    ),
    "unreachable": Words(
        QT_TRANSLATE_NOOP("Errors", "The network does not lead to the PBX"),
        QT_TRANSLATE_NOOP("Errors", "There is no way to that address from this computer, so nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Check the cable, the wireless network or the VPN."),
    ),
    "connect_timeout": Words(
        QT_TRANSLATE_NOOP("Errors", "No connection to the PBX within the time allowed"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Often a firewall swallows the connection: ports 9110 and 9111 are closed in many offices. Nothing was"
            " sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask whoever runs your network to open these ports, or enter the PBX's encrypted address in the profile.",
        ),
    ),
    "connect": Words(
        QT_TRANSLATE_NOOP("Errors", "The connection to the PBX failed"),
        QT_TRANSLATE_NOOP("Errors", "The connection never stood, so nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection. The details hold the system's own words."),
    ),
    "tls": Words(
        QT_TRANSLATE_NOOP("Errors", "The encrypted connection failed"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The program and the PBX could not agree on a safe connection, so nothing was sent.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it stays so, show the details to whoever runs your network."),
    ),
    "tls_expired": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's certificate is out of date"),
        QT_TRANSLATE_NOOP("Errors", "Its identity cannot be checked, so the password was not sent."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check this computer's date. If it is right, the PBX's operator must renew the certificate.",
        ),
    ),
    "tls_name": Words(
        QT_TRANSLATE_NOOP("Errors", "The certificate belongs to another name"),
        QT_TRANSLATE_NOOP("Errors", "Something else than the PBX may be answering, so the password was not sent."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the PBX's address in the profile letter by letter. If it is right, tell whoever runs your network.",
        ),
    ),
    "tls_unknown_ca": Words(
        QT_TRANSLATE_NOOP("Errors", "The certificate's issuer is not known here"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Many companies inspect encrypted traffic with a certificate of their own. The password was not sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Get the company's CA file from whoever runs your network and add it in the profile.",
        ),
    ),
    "tls_no_store": Words(
        QT_TRANSLATE_NOOP("Errors", "This computer has no certificates"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Without them no encrypted connection can be checked, so the password was not sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Install the system's certificates (on Debian or Ubuntu: apt-get install ca-certificates) and start again, "
            "or name a file with them in the profile.",
        ),
    ),
    "no_tls": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no encryption at this address"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The address says https, but an unencrypted service answers there. Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Check the port in the profile: 9111 is unencrypted, 443 is encrypted."),
    ),
    "proxy": Words(
        QT_TRANSLATE_NOOP("Errors", "The proxy does not let the request through"),
        QT_TRANSLATE_NOOP("Errors", "The proxy on the way could not be used, so the PBX received nothing."),
        QT_TRANSLATE_NOOP("Errors", "Check the proxy in the settings, or choose “none” if your office needs none."),
    ),
    "pool": Words(
        QT_TRANSLATE_NOOP("Errors", "Too many requests were open at once"),
        QT_TRANSLATE_NOOP("Errors", "All connections of this program were taken, so this request was not sent."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a moment. The program opens new connections by itself."),
    ),
    "bad_url": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's address cannot be used"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The address in the profile is not written as an address must be. Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Correct it in the profile; it looks like https://host or http://host:9111."),
    ),
    "ca_file": Words(
        QT_TRANSLATE_NOOP("Errors", "The extra CA file cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "The file is missing, cannot be read or holds no certificate. Nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Choose the file again in the profile; it must be in PEM form."),
    ),
    "closed": Words(
        QT_TRANSLATE_NOOP("Errors", "The program was closing the connection"),
        QT_TRANSLATE_NOOP("Errors", "The request ended together with the connection."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Look at the board once the program is connected again, and repeat what is missing.",
        ),
    ),
    "new_password": Words(
        QT_TRANSLATE_NOOP("Errors", "The password was changed meanwhile"),
        QT_TRANSLATE_NOOP("Errors", "The request still had the former password, so nothing was done."),
        QT_TRANSLATE_NOOP("Errors", "Repeat it. The program sends the new password now."),
    ),
    "deadline": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX did not answer in time"),
        QT_TRANSLATE_NOOP("Errors", "Whether the request was carried out is not known."),
        QT_TRANSLATE_NOOP("Errors", "Wait for the next status on the board before you repeat it."),
    ),
    "cut": Words(
        QT_TRANSLATE_NOOP("Errors", "The connection broke before the answer"),
        QT_TRANSLATE_NOOP("Errors", "Whether the request was carried out is not known."),
        QT_TRANSLATE_NOOP("Errors", "Wait for the next status on the board before you repeat it."),
    ),
    "login_silence": Words(
        QT_TRANSLATE_NOOP("Errors", "The event stream does not answer the login"),
        QT_TRANSLATE_NOOP("Errors", "The board goes on with polling alone, so changes show later."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask Netgsm whether events are enabled for the account, or switch events off in the profile.",
        ),
    ),
    "redirect": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's address points to another place"),
        QT_TRANSLATE_NOOP("Errors", "The program follows no redirection, because the password would go along."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the address in the profile; a hotel's or office's login page also answers like this.",
        ),
    ),
    "http_401": Words(
        QT_TRANSLATE_NOOP("Errors", "A login of the network is in the way"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Something on the way asks for a login of its own. The PBX itself does not ask like this.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Log in to your network or proxy first, then try again."),
    ),
    "http_403": Words(
        QT_TRANSLATE_NOOP("Errors", "The server forbids the access"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Most likely this computer's address is not on the account's list of allowed addresses.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Add your address in the Netgsm portal under Settings, API operations."),
    ),
    "http_404": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no PBX service at this address"),
        QT_TRANSLATE_NOOP("Errors", "The server answers but does not know the request."),
        QT_TRANSLATE_NOOP("Errors", "Check the PBX's address and port in the profile."),
    ),
    "http": Words(
        QT_TRANSLATE_NOOP("Errors", "The server answered with an error"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The PBX or something on the way has a fault. Whether the request was carried out is not known.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes. If it stays so, tell Netgsm the code from the details."),
    ),
    "html": Words(
        QT_TRANSLATE_NOOP("Errors", "A web page came instead of the PBX's answer"),
        QT_TRANSLATE_NOOP("Errors", "A proxy, a login page of the network or a maintenance page answered."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Open a browser and see whether the network asks for a login; check the address in the profile.",
        ),
    ),
    "empty": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer was empty"),
        QT_TRANSLATE_NOOP("Errors", "Whether the request was carried out is not known."),
        QT_TRANSLATE_NOOP("Errors", "Wait for the next status on the board; if it stays so, tell Netgsm."),
    ),
    "not_json": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer cannot be read"),
        QT_TRANSLATE_NOOP("Errors", "It is not in the form that the service promises."),
        QT_TRANSLATE_NOOP("Errors", "Try again later; if it stays so, send the program's log to its makers."),
    ),
    "shape": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer lacks what is needed"),
        QT_TRANSLATE_NOOP("Errors", "It can be read, but the part that this operation needs is not there."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the PBX's address in the profile; if it is right, send the program's log to its makers.",
        ),
    ),
    "too_large": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer is far too long"),
        QT_TRANSLATE_NOOP("Errors", "The program stopped reading to protect itself."),
        QT_TRANSLATE_NOOP("Errors", "Check the PBX's address in the profile; if it is right, tell Netgsm."),
    ),
    "too_many": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer holds too much at once"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It has more rows than the program reads in one go, or it is long and damaged.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Choose a shorter span, or divide the auto-dial list into smaller ones."),
    ),
    "encoding": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer is in an unknown encoding"),
        QT_TRANSLATE_NOOP("Errors", "Its letters cannot be read, or it was packed although nobody asked for it."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Try again; if it stays so, a proxy on the way is the likely cause: tell whoever runs your network.",
        ),
    ),
    "not_http": Words(
        QT_TRANSLATE_NOOP("Errors", "Something else than the PBX answers at this address"),
        QT_TRANSLATE_NOOP("Errors", "What answers does not speak the web's language."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the port: 9110 is for events only. An encrypted port needs https in the address.",
        ),
    ),
    "not_sent": Words(
        QT_TRANSLATE_NOOP("Errors", "The request did not reach the PBX"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was carried out."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and try again."),
    ),
    "no_answer_came": Words(
        QT_TRANSLATE_NOOP("Errors", "No usable answer from the PBX"),
        QT_TRANSLATE_NOOP("Errors", "Whether the request was carried out is not known."),
        QT_TRANSLATE_NOOP("Errors", "Wait for the next status on the board before you repeat it."),
    ),
}
