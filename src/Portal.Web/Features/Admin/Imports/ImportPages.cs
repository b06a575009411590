using Portal.Rules.Imports;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Tables;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>An import of a tenant within reach.</summary>
public sealed record ImportTarget(PortalTenant Tenant, ImportJob Job)
{
    public const string Passwords = "passwords";

    public string Path => StaffPaths.Import(Tenant.Slug, Job.Id);

    public string Act(string act) => StaffPaths.ImportAct(Tenant.Slug, Job.Id, act);
}

/// <param name="Tenants">Those a file can be uploaded for.</param>
public sealed record ImportsPage(IReadOnlyList<ImportTarget> Imports, IReadOnlyList<PortalTenant> Tenants);

/// <param name="First">The first things that are wrong.</param>
/// <param name="Preview">What waits for a word; null elsewhere.</param>
public sealed record ImportPage(ImportTarget Target, IReadOnlyList<ImportProblem> First, MoveInPreview? Preview)
{
    public const int Most = 50;

    public ImportJob Job => Target.Job;

    public bool IsWorking => Job.State is ImportState.Uploaded or ImportState.Checking or ImportState.Confirmed or ImportState.Applying;

    /// <summary>Whoever came with no password may be given one.</summary>
    public bool IssuesPasswords => Job is { Kind: ImportKind.Users, State: ImportState.Done } && MovedInPasswords.AreIssued(Target.Tenant);

    public bool MayBeCancelled => Job.State is ImportState.Uploaded or ImportState.Checking or ImportState.Checked
        or ImportState.Confirmed;
}

public sealed class ImportForm
{
    public const int LargestFile = 64 * 1024 * 1024;

    public ImportKind? Kind { get; set; }

    public IFormFile? Upload { get; set; }

    internal PortalTenant Tenant { get; set; } = null!;

    internal IReadOnlyList<ImportKind> Kinds =>
        UserImport.IsOffered(Tenant) ? [ImportKind.Contracts, ImportKind.Users] : [ImportKind.Contracts];

    /// <summary>A workbook is packed, so that less of it is as much.</summary>
    internal static bool IsTooLarge(byte[] content) => content switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => content.Length > TableLimits.Bulk.Workbook,
        _ => content.Length > TableLimits.Bulk.Text,
    };
}
