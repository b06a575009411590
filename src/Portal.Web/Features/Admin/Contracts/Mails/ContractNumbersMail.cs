using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.Admin.Contracts.Mails;

/// <summary>A contract got or lost telephone numbers; which, its people see where they sign in.</summary>
/// <param name="ToManagers">Otherwise to all of the contract, because nobody looks after it.</param>
internal sealed record ContractNumbersMail(string Contract, DateTimeOffset At, bool Added, bool ToManagers) : PortalMail
{
    public override string Kind => "contract-numbers";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var key = Added ? "Added" : "Removed";
        return new MailBody(to.Text<ContractMailText>(key + ".Subject", Contract))
            .Paragraph(to.Text<ContractMailText>(key + ".Lead", to.PortalName))
            .Facts((to.Text<ContractMailText>("Number"), Contract), (to.Text<ContractMailText>("When"), to.Time(At)))
            .Button(to.Text<ContractMailText>("SignIn"), to.Link(SignInPaths.Login.TrimStart('~')))
            .Because(to.Text<ContractMailText>(ToManagers ? "Because" : "BecauseOfContract"));
    }
}
