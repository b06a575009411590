using System.Globalization;
using Portal.Rules.Imports;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Jobs.Imports;

/// <summary>Brings whoever uploaded a file back to what became of it.</summary>
internal sealed record ImportEndedMail(string FileName, LocalText Tenant, ImportState State, int Rows, int Problems, string Path)
    : PortalMail
{
    /// <summary>Of cases and not of customers.</summary>
    public bool IsOfCases { get; init; }

    public static ImportEndedMail Of(ImportJob job, PortalTenant tenant)
    {
        var isOfCases = job.Kind == ImportKind.Cases;
        var path = isOfCases ? $"/cases/{tenant.Slug}/many/file/{job.Id}" : $"/imports/{tenant.Slug}/{job.Id}";
        return new ImportEndedMail(job.FileName, tenant.Profile.Name, job.State, job.Rows, job.Problems, path) { IsOfCases = isOfCases };
    }

    public override string Kind => "import-ended";

    public override MailBody Write(MailContext to) => new MailBody(to.Text<ImportEndedMailText>(Of("Subject")))
        .Paragraph(to.Text<ImportEndedMailText>(Of("Lead")))
        .Facts(
            (to.Text<ImportEndedMailText>("File"), FileName),
            (to.Text<ImportEndedMailText>("Tenant"), Tenant.In(to.Language)),
            State == ImportState.Faulty
                ? (to.Text<ImportEndedMailText>("Problems"), Problems.ToString("N0", CultureInfo.InvariantCulture))
                : (to.Text<ImportEndedMailText>("Rows"), Rows.ToString("N0", CultureInfo.InvariantCulture)))
        .Button(to.Text<ImportEndedMailText>("Open"), to.Link(Path))
        .IfNotYours(to.Text<ImportEndedMailText>("NotYours"));

    private string Of(string part) => $"{(IsOfCases ? "Cases." : "")}{part}.{State}";
}

internal sealed class ImportEndedMailText;
