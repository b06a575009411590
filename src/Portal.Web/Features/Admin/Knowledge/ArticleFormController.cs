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

/// <summary>An article written or changed: entered, looked at in both languages, saved (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffArticleGuard]
public sealed class ArticleFormController(StaffReach reach, ArticleInput input, ArticleEditing editing, ArticleComparison comparison,
    ArticleQueue queue, IStringLocalizer<KnowledgeEditorText> text) : Controller
{
    [HttpGet("kb/{site}/new")]
    public Task<IActionResult> New([Guarded] StaffArticleTarget target) => InsideAsync(target, new ArticleForm(), form =>
    {
        form.State = ArticleForm.Draft;
        return Task.FromResult<IActionResult>(View("Edit", form));
    });

    [HttpPost("kb/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffArticleTarget target, ArticleForm form) => InsideAsync(target, form, StepAsync);

    [HttpGet("kb/{site}/{id:guid}/edit")]
    public Task<IActionResult> Edit([Guarded] StaffArticleTarget target) => InsideAsync(target, new ArticleForm(), form =>
    {
        form.Version = target.Row!.Version;
        form.Show(ArticleContent.Of(target.Row), target.Tenant.Zone);
        return Task.FromResult<IActionResult>(View("Edit", form));
    });

    [HttpPost("kb/{site}/{id:guid}/edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] StaffArticleTarget target, ArticleForm form) => InsideAsync(target, form, StepAsync);

    private Task<IActionResult> InsideAsync(StaffArticleTarget target, ArticleForm form, Func<ArticleForm, Task<IActionResult>> work) =>
        reach.InsideAsync(target.Tenant, async () =>
        {
            await input.FillAsync(form, target);
            return await work(form);
        });

    private Task<IActionResult> StepAsync(ArticleForm form) => new FormSteps<ArticleContent>(this, form)
    {
        Enter = "Edit",
        Check = "Check",
        Read = reader => input.ReadAsync(form, reader),
        Show = content =>
        {
            form.Show(content, form.Target.Tenant.Zone);
            form.Understood = content;
            return Task.CompletedTask;
        },
        Save = content => SaveAsync(form, content),
    }.RunAsync(input.Reader());

    private async Task<IActionResult> SaveAsync(ArticleForm form, ArticleContent content)
    {
        var target = form.Target;
        switch (target.Row is { } row ? await editing.ChangeAsync(row.Id, form.Version, content) : await editing.AddAsync(content))
        {
            case ArticleOutcome.Gone:
                return NotFound();
            case ArticleOutcome.SlugTaken:
                ModelState.AddModelError(nameof(form.Slug), text["SlugTaken"]);
                return this.FormAgain("Edit", form);
            case ArticleOutcome.CategoryGone:
                ModelState.AddModelError(nameof(form.Category), text["CategoryGone"]);
                return this.FormAgain("Edit", form);
            case ArticleOutcome.Conflict conflict:
                form.Show(content, target.Tenant.Zone);
                return this.Elsewhere(new ChangedElsewhere(conflict.Row, target.Title, target.Path)
                {
                    Fields = comparison.Of(form, ArticleContent.Of(conflict.Row)),
                    Crumbs = [(text["Title"], StaffPaths.Knowledge)],
                });
            case ArticleOutcome.Done done:
                TempData.Success(text["Done." + queue.StateOf(done.Row, content.Openings.Count > 0)]);
                return new SeeOtherResult(StaffPaths.Article(target.Tenant.Slug, done.Row.Id));
            default:
                TempData.Warning(text["Not.Unchanged"]);
                return new SeeOtherResult(target.Path);
        }
    }
}
