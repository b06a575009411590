using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Forms;
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
        form.Show(ProfileDetails.Of(session.User));
        return View("Edit", form);
    }

    [HttpPost("edit")]
    [KeepsDraft]
    public Task<IActionResult> Update(ProfileForm form) => new FormSteps<ProfileDetails>(this, form)
    {
        Enter = "Edit",
        Read = reader => Task.FromResult(ProfileInput.Read(form, ProfileDetails.Of(session.User), reader)),
        Save = details => SaveAsync(form, details),
    }.RunAsync(input.Reader());

    private async Task<IActionResult> SaveAsync(ProfileForm form, ProfileDetails details)
    {
        var user = await profiles.OwnAsync();
        if (await profiles.ChangeAsync(user, form.Version, details) == ChangeOutcome.Conflict)
        {
            return this.Elsewhere(new ChangedElsewhere(user, text["ProfileTitle"], AccountPaths.Profile)
            {
                Fields = input.Compare(details, ProfileDetails.Of(user)),
                Crumbs = [(text["Account"], AccountPaths.Hub)],
            });
        }

        TempData.Success(text["Saved"]);
        return new SeeOtherResult(AccountPaths.Profile);
    }
}
