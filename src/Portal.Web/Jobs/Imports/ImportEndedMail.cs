using System.Globalization;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Jobs.Imports;

/// <summary>Brings whoever uploaded a file back to what became of it.</summary>
internal sealed record ImportEndedMail(string FileName, LocalText Tenant, ImportState State, int Rows, int Problems, string Path)
    : PortalMail
{
    public override string Kind => "import-ended";

    public override MailBody Write(MailContext to) => new MailBody(to.Text<ImportEndedMailText>("Subject." + State))
        .Paragraph(to.Text<ImportEndedMailText>("Lead." + State))
        .Facts(
            (to.Text<ImportEndedMailText>("File"), FileName),
            (to.Text<ImportEndedMailText>("Tenant"), Tenant.In(to.Language)),
            State == ImportState.Faulty
                ? (to.Text<ImportEndedMailText>("Problems"), Problems.ToString("N0", CultureInfo.InvariantCulture))
                : (to.Text<ImportEndedMailText>("Rows"), Rows.ToString("N0", CultureInfo.InvariantCulture)))
        .Button(to.Text<ImportEndedMailText>("Open"), to.Link(Path))
        .IfNotYours(to.Text<ImportEndedMailText>("NotYours"));
}

internal sealed class ImportEndedMailText;
