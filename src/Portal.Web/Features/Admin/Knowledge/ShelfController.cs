using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>One base or category of a tenant: renamed, or deleted where it is empty (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/shelves/{shelf:guid}")]
[StaffArticleGuard]
public sealed class ShelfController(StaffReach reach, ShelfInput input, ShelfEditing editing, IStringLocalizer<KnowledgeEditorText> text)
    : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Edit([Guarded] StaffArticleTarget target, Guid shelf) =>
        InsideAsync(target, new ShelfForm(), shelf, (form, content) =>
        {
            form.Show(content);
            return Task.FromResult<IActionResult>(View("Shelf", form));
        });

    [HttpPost("")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] StaffArticleTarget target, Guid shelf, ShelfForm form) =>
        InsideAsync(target, form, shelf, async (_, known) =>
        {
            var reader = input.Reader();
            var content = input.Read(form, reader) with { BaseId = known.BaseId };
            ModelState.Report(reader.Problems);
            if (!ModelState.IsValid)
            {
                return this.FormAgain("Shelf", form);
            }

            if (form.Pressed == FormStep.Back)
            {
                return View("Shelf", form);
            }

            switch (await editing.ChangeAsync(shelf, form.Version, content))
            {
                case ShelfOutcome.Elsewhere when await editing.StateAsync(shelf) is { } newer:
                    return this.Elsewhere(input.Compare(form, content, newer));
                case ShelfOutcome.Gone:
                    return NotFound();
                case ShelfOutcome.Taken:
                    ModelState.AddModelError(nameof(form.Slug), text["ShelfTaken"]);
                    return this.FormAgain("Shelf", form);
                case ShelfOutcome.Done:
                    TempData.Success(text["Done.ShelfChanged", content.NameJa]);
                    break;
                default:
                    TempData.Warning(text["Not.Unchanged"]);
                    break;
            }

            return new SeeOtherResult(StaffPaths.Shelves(target.Tenant.Slug));
        });

    [HttpGet("delete")]
    public Task<IActionResult> New([Guarded] StaffArticleTarget target, Guid shelf) =>
        InsideAsync(target, new ShelfForm(), shelf, (form, _) => Task.FromResult<IActionResult>(View("DeleteShelf", form)));

    [HttpPost("delete")]
    public Task<IActionResult> Delete([Guarded] StaffArticleTarget target, Guid shelf) =>
        InsideAsync(target, new ShelfForm(), shelf, async (form, _) =>
        {
            switch (await editing.DeleteAsync(shelf))
            {
                case ShelfOutcome.Gone:
                    return NotFound();
                case ShelfOutcome.NotEmpty:
                    TempData.Warning(text["Not.Empty", form.Title]);
                    break;
                default:
                    TempData.Success(text["Done.Deleted", form.Title]);
                    break;
            }

            return new SeeOtherResult(StaffPaths.Shelves(target.Tenant.Slug));
        });

    private Task<IActionResult> InsideAsync(StaffArticleTarget target, ShelfForm form, Guid id,
        Func<ShelfForm, ShelfContent, Task<IActionResult>> work)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            if (await editing.FindAsync(id) is not { } content)
            {
                return NotFound();
            }

            (form.Id, form.IsBase, form.Title) = (id, content.BaseId is null, content.NameJa);
            form.Page = await input.PageAsync(target.Tenant);
            return await work(form, content);
        });
    }
}
