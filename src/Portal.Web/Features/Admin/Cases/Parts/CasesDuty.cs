using Microsoft.Extensions.Localization;
using Portal.Rules.Text.Counting;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Parts;

/// <summary>The open cases of a member of the staff, which somebody else takes up when it goes (ADMIN-11).</summary>
public sealed class CasesDuty(DeskQueue queue, IStringLocalizer<DeskText> text) : IStaffDuty
{
    public async Task<StaffDuty?> OfAsync(IReadOnlyList<PortalTenant> tenants, Guid staffId)
    {
        var query = new DeskQuery { Assignee = staffId };
        var open = await queue.Found(DeskQueue.WithCases(tenants), query, DeskView.All).CountToMostAsync();
        return open.Number == 0 ? null : new StaffDuty(text[CountedKey.Of("Duty", open.Number), open], text["Duty.Text"], text["Duty.Look"],
            StaffPaths.Cases + query.AddressOf(DeskView.All));
    }
}
