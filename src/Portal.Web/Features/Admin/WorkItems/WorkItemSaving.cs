using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>Saves an item, however it was written: a new version, and where that led.</summary>
public sealed class WorkItemSaving(StaffReach reach, WorkItemInput input, WorkItemEditing editing, IStringLocalizer<WorkItemText> text)
{
    /// <param name="enter">The page with the fields.</param>
    public async Task<IActionResult> SaveAsync(Controller controller, WorkItemEntry form, WorkItemContent content, string enter)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(content);
        var target = form.Target;
        switch (await reach.InsideAsync(target.Tenant, () => target.Item is { } item
            ? editing.ChangeAsync(item.Id, form.Version, content)
            : editing.AddAsync(content)))
        {
            case WorkItemOutcome.Done { Row: var row }:
                controller.TempData.Success(text["Done.Saved", row.Edition]);
                return new SeeOtherResult(StaffPaths.WorkItem(target.Tenant.Slug, row.Id));
            case WorkItemOutcome.CodeTaken:
                controller.ModelState.AddModelError(nameof(form.ItemCode), text["CodeTaken"]);
                return controller.FormAgain(enter, form);
            case WorkItemOutcome.Conflict conflict:
                return controller.Elsewhere(new ChangedElsewhere(conflict.Row, content.Definition.Title.Ja, target.Path)
                {
                    Fields = input.Compare(content, conflict),
                    Crumbs = [(text["Title"], StaffPaths.WorkItems)],
                });
            default:
                controller.TempData.Warning(text["Not.Unchanged"]);
                return new SeeOtherResult(target.Path);
        }
    }
}
