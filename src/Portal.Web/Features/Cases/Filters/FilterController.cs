using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Forms;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>Puts conditions together, and leads to the list whose address holds them (CASE-5).</summary>
[Route("cases/filter")]
public sealed class FilterController(FilterBuilder builder, CurrentSession session) : CaseController
{
    [HttpGet("")]
    public async Task<IActionResult> Edit([FromQuery] CaseGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ModelState.Clear();
        return CaseReader.Of(session.User) is { } reader
            ? View("Build", await builder.FillAsync(BuilderForm.Of(CaseFilter.Read(Request.Query)), reader))
            : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(BuilderForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        ModelState.Clear();
        if (FilterBuilder.Change(form))
        {
            return View("Build", await builder.FillAsync(form, reader));
        }

        await builder.ReadOthersAsync(form, reader, ModelState);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Build", await builder.FillAsync(form, reader));
        }

        var filter = form.ToFilter();
        if (filter.IsUnderstood)
        {
            return new SeeOtherResult(CasePaths.Index + filter.Query);
        }

        builder.Explain(filter, ModelState);
        return this.FormAgain("Build", await builder.FillAsync(form, reader));
    }
}
