using System.Globalization;
using Portal.Web.Mail;

namespace Portal.Web.Export;

/// <summary>Brings the owner of a long export back to it; the file itself is behind its sign-in (AZ-20).</summary>
internal sealed record ExportReadyMail(string FileName, int Rows, DateTimeOffset Expires) : PortalMail
{
    public override string Kind => "export-ready";

    public override MailBody Write(MailContext to) => new MailBody(to.Text<ExportReadyMailText>("Subject"))
        .Paragraph(to.Text<ExportReadyMailText>("Lead"))
        .Facts(
            (to.Text<ExportReadyMailText>("File"), FileName),
            (to.Text<ExportReadyMailText>("Rows"),
                to.Text<ExportReadyMailText>("Count", Rows.ToString("N0", CultureInfo.InvariantCulture))),
            (to.Text<ExportReadyMailText>("Expires"), to.Time(Expires)))
        .Button(to.Text<ExportReadyMailText>("Open"), to.Link("/account/exports"))
        .IfNotYours(to.Text<ExportReadyMailText>("NotYours"));
}

internal sealed class ExportReadyMailText;
