using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.Points.Mails;

/// <summary>Points were granted, for a manager of the contract.</summary>
internal sealed record PointsGrantedMail(string Contract, int Points, int Left, DateOnly Until, string What) : PortalMail
{
    public override string Kind => "points";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<PointsText>("Mail.Granted.Subject", Contract))
            .Paragraph(to.Text<PointsText>("Mail.Granted.Lead"))
            .Facts(
                (to.Text<PointsText>("ContractNumber"), Contract),
                (to.Text<PointsText>("Mail.What"), What),
                (to.Text<PointsText>("Mail.Amount"), to.Number(Points)),
                (to.Text<PointsText>("Mail.Left"), to.Number(Left)),
                (to.Text<PointsText>("Mail.Until"), to.Date(Until)))
            .Button(to.Text<PointsText>("Mail.Open"), to.Link(PointsPaths.Mailed))
            .Because(to.Text<PointsText>("Mail.Reason"));
    }
}
