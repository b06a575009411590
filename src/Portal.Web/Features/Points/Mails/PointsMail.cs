using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.Points.Mails;

/// <summary>Points were granted, or taken back, for a manager of the contract.</summary>
internal sealed record PointsMail(bool IsTakenBack, string Contract, int Points, int Left, DateOnly Until, string What) : PortalMail
{
    public override string Kind => "points";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var how = IsTakenBack ? "Mail.TakenBack." : "Mail.Granted.";
        return new MailBody(to.Text<PointsText>(how + "Subject", Contract))
            .Paragraph(to.Text<PointsText>(how + "Lead"))
            .Facts(
                (to.Text<PointsText>("ContractNumber"), Contract),
                (to.Text<PointsText>("Mail.What"), What),
                (to.Text<PointsText>(IsTakenBack ? "Mail.TakenBack.Amount" : "Mail.Amount"), to.Number(Points)),
                (to.Text<PointsText>("Mail.Left"), to.Number(Left)),
                (to.Text<PointsText>("Mail.Until"), to.Date(Until)))
            .Button(to.Text<PointsText>("Mail.Open"), to.Link(PointsPaths.Mailed(Contract)))
            .Because(to.Text<PointsText>("Mail.Reason"));
    }
}
