using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.Admin.Contracts.Mails;

/// <summary>A contract was suspended or resumed; why, the staff alone reads.</summary>
/// <param name="ToManagers">Otherwise to all of the contract, because nobody looks after it.</param>
internal sealed record ContractSwitchedMail(string Contract, DateTimeOffset At, bool Suspended, bool ToManagers) : PortalMail
{
    public override string Kind => "contract";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var key = Suspended ? "Suspended" : "Resumed";
        var body = new MailBody(to.Text<ContractMailText>(key + ".Subject", Contract))
            .Paragraph(to.Text<ContractMailText>(key + ".Lead", to.PortalName))
            .Facts((to.Text<ContractMailText>("Number"), Contract), (to.Text<ContractMailText>("When"), to.Time(At)));
        return (Suspended ? body : body.Button(to.Text<ContractMailText>("SignIn"), to.Link(SignInPaths.Login.TrimStart('~'))))
            .Because(to.Text<ContractMailText>(ToManagers ? "Because" : "BecauseOfContract"));
    }
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ContractMailText;
