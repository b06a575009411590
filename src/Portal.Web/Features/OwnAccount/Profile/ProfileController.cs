using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>One's own profile; a change made elsewhere meanwhile is shown beside one's own (PROF-1, SAFE-1).</summary>
[Route("account/profile")]
public sealed class ProfileController(ProfileService profiles, ProfileInput input, CurrentSession session,
    IStringLocalizer<ProfileText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show() => View("Profile", new ProfilePage(session.User, await profiles.PictureIdAsync()));

    [HttpGet("edit")]
    public IActionResult Edit()
    {
        var form = new ProfileForm { Version = session.User.Version };
        form.Put(ProfileDetails.Of(session.User));
        return View("Edit", form);
    }

    [HttpPost("edit")]
    [KeepsDraft]
    public async Task<IActionResult> Update(ProfileForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Step == "back")
        {
            return View("Edit", form);
        }

        form.Own = input.Read(form, ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Edit", form);
        }

        var user = await profiles.OwnAsync();
        if (await profiles.ChangeAsync(user, form.Version, form.Own) == ChangeOutcome.Conflict)
        {
            return Conflict(form, user);
        }

        TempData.Success(text["Saved"]);
        return new SeeOtherResult("~/account/profile");
    }

    private ViewResult Conflict(ProfileForm form, PortalUser user)
    {
        form.Newer = ProfileDetails.Of(user);
        (form.Version, form.ChangedBy, form.ChangedAt) = (user.Version, user.ChangedBy, user.ChangedAt);
        form.Put(form.Own!);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Conflict", form);
    }
}
