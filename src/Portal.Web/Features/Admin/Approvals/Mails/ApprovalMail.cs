using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Approvals.Mails;

/// <summary>What waits, for those who may decide; what became of it, for the one who asked (ADMIN-11).</summary>
/// <param name="Words">Names the texts: "Mail.{Words}.Subject", "Mail.{Words}.Lead".</param>
internal sealed record ApprovalMail(string Words, ApprovalRequest Row, LocalText Site) : PortalMail
{
    public override string Kind => "approval";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var act = to.Text<ApprovalText>("Act." + Row.Act);
        return new MailBody(to.Text<ApprovalText>($"Mail.{Words}.Subject", act))
            .Paragraph(to.Text<ApprovalText>($"Mail.{Words}.Lead"))
            .Facts(
                (to.Text<ApprovalText>("What"), act),
                (to.Text<ApprovalText>("Whom"), Unlinked.Of(Row.SubjectName)),
                (to.Text<ApprovalText>("Site"), Site.In(to.Language)),
                (to.Text<ApprovalText>("RequestedBy"), Unlinked.Of(Row.RequestedBy)),
                (to.Text<ApprovalText>("Reason"), Row.Reason),
                (to.Text<ApprovalText>("Until"), Row.DecidedAt is null ? to.Time(Row.ExpiresAt) : null),
                (to.Text<ApprovalText>("DecidedBy"), Row.DecidedBy is { } decider ? Unlinked.Of(decider) : null),
                (to.Text<ApprovalText>("DecisionReason"), Row.DecisionReason))
            .Button(to.Text<ApprovalText>("Mail.Open"), to.Link(StaffPaths.Approval(Row.Id).TrimStart('~')))
            .Because(to.Text<ApprovalText>($"Mail.{Words}.Because"));
    }
}
