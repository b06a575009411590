using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Sharing;

/// <summary>The contract's manager says who sees the cases of the others (CASE-6).</summary>
[Route("cases/visibility")]
[Authorize(Policy = Policies.Manager)]
public sealed class SharingController(CaseSharing sharing, CurrentSession session, IStringLocalizer<CasesText> text) : CaseController
{
    /// <summary>Of those that are not found, the first.</summary>
    private const int MostTold = 5;

    [HttpGet("")]
    public async Task<IActionResult> Edit() => session.User is { ContractId: { } contractId, Contract: { } contract }
        ? View("Visibility", await FillAsync(
            new SharingForm
            {
                Visibility = contract.CaseVisibility.ToString(),
                Persons = [.. (await sharing.ChosenAsync(contractId)).Select(id => id.ToString())],
                Version = contract.CaseVisibilityVersion,
            },
            contractId))
        : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(SharingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (session.User.ContractId is not { } contractId)
        {
            return NotFound();
        }

        await FillAsync(form, contractId);
        if (form.Chosen is not { } visibility)
        {
            ModelState.AddModelError(nameof(form.Visibility), text["ChooseVisibility"]);
            return this.FormAgain("Visibility", form);
        }

        if (await ReadAsync(form, visibility, contractId) is not { } chosen)
        {
            return this.FormAgain("Visibility", form);
        }

        if (await sharing.ChangeAsync(contractId, form.Version, visibility, chosen) == SharingOutcome.Conflict)
        {
            // What was chosen stays, to be looked at beside the message and saved over the other.
            ModelState.Remove(nameof(form.Version));
            var (newer, version) = await sharing.NowAsync(contractId);
            form.Version = version;
            ModelState.AddModelError("", text["VisibilityConflict", text["Visibility." + newer]]);
            return this.FormAgain("Visibility", form, StatusCodes.Status409Conflict);
        }

        TempData.Success(text["VisibilitySaved"]);
        return new SeeOtherResult(CasePaths.Visibility);
    }

    /// <returns>Null beside a problem, which stands at its field.</returns>
    private async Task<IReadOnlyCollection<Guid>?> ReadAsync(SharingForm form, CaseVisibility visibility, Guid contractId)
    {
        var (kept, typed) = (form.Checked, form.Typed);
        if (typed.Count > CaseLimits.Viewers)
        {
            ModelState.AddModelError(nameof(form.More), text["TooManyPersons", CaseLimits.Viewers]);
            return null;
        }

        var named = await sharing.People(contractId).NamedAsync([.. kept, .. typed]);
        var missing = typed.Where((_, i) => named[kept.Count + i] is null).ToList();
        if (missing.Count > 0)
        {
            ModelState.AddModelError(nameof(form.More), text["NoSuchPersons", string.Join(text["Comma"], missing.Take(MostTold))]);
            return null;
        }

        var chosen = named.OfType<PortalUser>().Select(user => user.Id).ToHashSet();
        if (chosen.Count > CaseLimits.Viewers || (visibility == CaseVisibility.Chosen && chosen.Count == 0))
        {
            ModelState.AddModelError(form.TakesMore ? nameof(form.More) : nameof(form.Persons), chosen.Count == 0 ? text["ChoosePersons"]
                : text["TooManyPersons", CaseLimits.Viewers]);
            return null;
        }

        return chosen;
    }

    private async Task<SharingForm> FillAsync(SharingForm form, Guid contractId)
    {
        var people = await sharing.People(contractId).OfferedAsync();
        form.TakesMore = people is null;
        people ??= [.. PeopleOffer.ByReading((await sharing.People(contractId).NamedAsync(form.Checked)).OfType<PortalUser>().Distinct())];
        form.People = [.. people.Select(user => new Choice(user.Id.ToString(), user.DisplayName, user.UserName))];
        return form;
    }
}
