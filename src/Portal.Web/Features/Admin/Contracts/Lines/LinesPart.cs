using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <param name="Frame">The first of them, in their order.</param>
/// <param name="All">Where all are; null where these are all.</param>
public sealed record LineFacts(ListFrame Frame, string? All);

/// <summary>The lines of a contract, as its customers see them (ADMIN-4).</summary>
public sealed class LinesPart(LineList list, IStringLocalizer<ContractStaffText> text) : IStaffPart
{
    public const string Name = "lines";

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
        var first = await list.PageAsync(contract, 1);
        if (first.Rows.Count == 0)
        {
            return null;
        }

        // No pages here: the contract's own page has other lists, too.
        var frame = list.Frame(tenant, contract, first);
        return new StaffPart(Name, text["Lines"], "/Features/Admin/Contracts/Lines/_Lines.cshtml",
            new LineFacts(frame with { Span = frame.Span! with { Pages = 1 } },
                first.Pages > 1 ? StaffPaths.Lines(tenant.Slug, contract.Id) : null));
    }
}
