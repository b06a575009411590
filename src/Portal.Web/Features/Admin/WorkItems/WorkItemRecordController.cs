using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>An item as its authors see it.</summary>
public sealed record WorkItemRecord(StaffItemTarget Target, ListTag State, IReadOnlyList<RecordChange> Changes);

/// <summary>One item of a catalogue: how it looks, who changed it; published and hidden (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("catalog/{site}/{id:guid}")]
[StaffItemGuard]
public sealed class WorkItemRecordController(StaffReach reach, WorkItemList list, RecordHistory history, WorkItemEditing editing,
    IStringLocalizer<WorkItemText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] StaffItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return View("Item", new WorkItemRecord(target, list.State(target.Item!.IsPublished),
            await history.OfAsync(target.Tenant, target.Item.Id)));
    }

    [HttpPost("publish")]
    public Task<IActionResult> Publish([Guarded] StaffItemTarget target, int version) => SwitchAsync(target, version, isPublished: true);

    [HttpPost("hide")]
    public Task<IActionResult> Hide([Guarded] StaffItemTarget target, int version) => SwitchAsync(target, version, isPublished: false);

    private async Task<IActionResult> SwitchAsync(StaffItemTarget target, int version, bool isPublished)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (await reach.InsideAsync(target.Tenant, () => editing.PublishAsync(target.Item!.Id, version, isPublished)))
        {
            case WorkItemOutcome.Done:
                TempData.Success(text[isPublished ? "Done.Published" : "Done.Hidden"]);
                break;
            case WorkItemOutcome.Conflict:
                TempData.Warning(text["Not.Overtaken"]);
                break;
            default:
                TempData.Warning(text["Not.Unchanged"]);
                break;
        }

        return new SeeOtherResult(target.Path);
    }
}
