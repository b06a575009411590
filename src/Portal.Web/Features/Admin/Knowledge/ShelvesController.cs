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

/// <summary>The bases of a tenant and their categories: shown, and one more named (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/shelves")]
[StaffArticleGuard]
public sealed class ShelvesController(StaffReach reach, ShelfInput input, ShelfEditing editing, IStringLocalizer<KnowledgeEditorText> text)
    : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index([Guarded] StaffArticleTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync<IActionResult>(target.Tenant,
            async () => View("Shelves", new ShelfForm { Page = await input.PageAsync(target.Tenant) }));
    }

    [HttpPost("")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffArticleTarget target, ShelfForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        return reach.InsideAsync<IActionResult>(target.Tenant, async () =>
        {
            form.Page = await input.PageAsync(target.Tenant);
            var reader = input.Reader();
            var content = input.Read(form, reader);
            ModelState.Report(reader.Problems);
            switch (ModelState.IsValid ? await editing.AddAsync(content) : ShelfOutcome.Unchanged)
            {
                case ShelfOutcome.Taken:
                    ModelState.AddModelError(nameof(form.Slug), text["ShelfTaken"]);
                    break;
                case ShelfOutcome.Gone:
                    ModelState.AddModelError(nameof(form.Base), text["BaseGone"]);
                    break;
            }

            if (!ModelState.IsValid)
            {
                return this.FormAgain("Shelves", form);
            }

            TempData.Success(text["Done.Shelf", content.NameJa]);
            return new SeeOtherResult(StaffPaths.Shelves(target.Tenant.Slug));
        });
    }
}
