using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Contracts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <param name="Shown">The first of them, in their order.</param>
public sealed record LineFacts(IReadOnlyList<ContractLine> Shown, int Total)
{
    /// <summary>Where a line is changed or removed; null for whoever may not.</summary>
    public Func<ContractLine, string, string>? Act { get; init; }
}

/// <summary>The lines of a contract, as its customers see them (ADMIN-4).</summary>
public sealed class LinesPart(PortalDbContext db, StaffReach reach, IStringLocalizer<ContractStaffText> text) : IStaffPart
{
    public const string Name = "lines";

    // As many as are entered one by one; what a file brought beyond is mended with its first ones.
    private const int Shown = ContractLimits.Lines;

    /// <summary>
    /// Whether a contract gets lines one by one: where its site shows lines, or it has some. Telephone lines come with
    /// their numbers.
    /// </summary>
    public static bool AreAdded(PortalTenant tenant, bool hasSome)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return !NumberRows.AreKept(tenant) && (hasSome || tenant.Has(TenantFeatures.Lines));
    }

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        var all = db.ContractLines.AsNoTracking().Where(row => row.ContractId == contract.Id);
        var first = await all.OrderBy(row => row.Order).ThenBy(row => row.Number).Take(Shown).ToListAsync();
        return first.Count == 0 ? null : new StaffPart(Name, text["Lines"], "/Features/Admin/Contracts/Lines/_Lines.cshtml",
            new LineFacts(first, first.Count < Shown ? first.Count : await all.CountAsync())
            {
                Act = reach.IsAdministrator ? (line, act) => StaffPaths.Line(tenant.Slug, contract.Id, line.Id, act) : null,
            });
    }
}
