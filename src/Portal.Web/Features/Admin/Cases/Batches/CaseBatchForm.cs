using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Imports;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Features.Admin.Cases.Many;
using Portal.Web.Files.Tables;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>A table of cases, and an archive with their files.</summary>
public sealed class CaseBatchForm
{
    public const int LargestArchive = 100 * 1024 * 1024;
    public const int LargestTable = 4 * 1024 * 1024;
    public const int LargestBody = LargestArchive + LargestTable + (64 * 1024);
    public const int MostEntries = 1000;
    public const long MostUnpacked = 200L * 1024 * 1024;

    /// <summary>Two hundred rows with long texts.</summary>
    internal static readonly TableLimits Limits = new(LargestTable, LargestTable, 16L * 1024 * 1024, ImportRules.MostCases + 1,
        16 * 1024 * 1024);

    public IFormFile? Upload { get; set; }

    public IFormFile? Archive { get; set; }

    [BindNever]
    public ManyTarget Target { get; set; } = default!;

    /// <summary>What is wrong with the rows and their files; nothing is kept then.</summary>
    [BindNever]
    public IReadOnlyList<CaseBatchProblem> Problems { get; set; } = [];

    /// <summary>What was uploaded lately.</summary>
    [BindNever]
    public IReadOnlyList<ImportJob> Latest { get; set; } = [];
}

/// <param name="Row">Its number as the spreadsheet shows it; 0 where it is of no row.</param>
public sealed record CaseBatchProblem(int Row, string Column, string Message);

/// <summary>A file of cases of a tenant within reach.</summary>
public sealed record CaseBatchTarget(PortalTenant Tenant, ImportJob Job)
{
    public string Path => StaffPaths.CaseFile(Tenant.Slug, Job.Id);

    public string Act(string act) => StaffPaths.CaseFileAct(Tenant.Slug, Job.Id, act);
}

/// <param name="Planned">What will be opened, while it waits.</param>
/// <param name="Opened">What was opened.</param>
/// <param name="Problems">Why nothing was.</param>
public sealed record CaseBatchPage(CaseBatchTarget Target, IReadOnlyList<PlannedCase> Planned, IReadOnlyList<OpenedRow> Opened,
    IReadOnlyList<CaseBatchProblem> Problems)
{
    public ImportJob Job => Target.Job;

    public bool IsWorking => Job.State is ImportState.Confirmed or ImportState.Applying;

    public bool MayBeCancelled => Job.State is ImportState.Checked or ImportState.Confirmed;
}
