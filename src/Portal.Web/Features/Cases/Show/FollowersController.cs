using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Colleagues who see a case and are told of it (CASE-7).</summary>
[Route("cases/{number:length(9)}/followers")]
[CaseGuard]
public sealed class FollowersController(CaseFollowing following, CaseRecords records, IStringLocalizer<CasesText> text) : CaseController
{
    /// <summary>What is not for everybody is widened by whose case it is, and by managers (CASE-6).</summary>
    /// <param name="follower">As a list sends it, or as it is typed where there are too many for a list.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, string? follower)
    {
        ArgumentNullException.ThrowIfNull(target);
        var person = await following.People(target.Row).NamedAsync(follower);
        if (!target.Reader.MayAdd(target.Row, person?.Id ?? Guid.Empty))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (person is null || await following.FollowAsync(target.Row.Id, person.Id) is not CaseOutcome.Done)
        {
            // Where it was closed meanwhile, or is shared with as many as can be, there is no field to lead to.
            var page = await records.ReadAsync(target) with { TypedFollower = follower };
            ModelState.AddModelError(page.OffersSharing ? nameof(follower) : "", text["NotFollowed"]);
            return this.FormAgain("Show", page);
        }

        TempData.Success(text["Followed"]);
        return new SeeOtherResult(target.Path);
    }

    /// <summary>Everybody may leave; others are removed by whose case it is, and by managers.</summary>
    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Delete([Guarded] CaseTarget target, Guid id)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (id != target.Reader.UserId && !target.Reader.Manages(target.Row))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await following.UnfollowAsync(target.Row.Id, id) is CaseOutcome.Done)
        {
            TempData.Success(text["Unfollowed"]);
        }

        // Who leaves may see the case no more.
        return new SeeOtherResult(id == target.Reader.UserId ? CasePaths.Index : target.Path);
    }
}
