using Portal.Web.Audit;

namespace Portal.Web.Mail.Caps;

/// <summary>What is recorded of mails that are kept back.</summary>
internal sealed class CapEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.MailWithheld, "A limit keeps a mail back, or refuses the act whose point the mail is; the reason says which limit"),
    ]);
