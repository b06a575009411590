using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Announcements;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>An announcement as its authors see it.</summary>
public sealed record AnnouncementRecord(EditorTarget Target, AnnouncementState State, IReadOnlyList<RecordChange> Changes);

/// <summary>One announcement of a tenant: how it looks, who changed it; and its end (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("announcements/{site}/{id:guid}")]
[StaffAnnouncementGuard]
public sealed class AnnouncementRecordController(StaffReach reach, EditorQueue queue, RecordHistory history,
    AnnouncementEditing editing, IStringLocalizer<EditorText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] EditorTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return View("Announcement",
            new AnnouncementRecord(target, queue.StateOf(target.Row!), await history.OfAsync(target.Tenant, target.Row!.Id)));
    }

    [HttpGet("delete")]
    public ViewResult New([Guarded] EditorTarget target) => View("Delete", target);

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] EditorTarget target, int version)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (await reach.InsideAsync(target.Tenant, () => editing.DeleteAsync(target.Row!.Id, version)))
        {
            case AnnouncementOutcome.Gone:
                return NotFound();
            case AnnouncementOutcome.Conflict:
                TempData.Warning(text["Not.Overtaken"]);
                return new SeeOtherResult(target.Path);
            default:
                TempData.Success(text["Done.Deleted", target.Row!.TitleJa]);
                return new SeeOtherResult(StaffPaths.Announcements);
        }
    }
}
