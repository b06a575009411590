using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Dev.BackOffice;

/// <summary>Names the texts beside it.</summary>
public sealed class BackOfficeText;

public sealed record BackOfficePage(BackOfficeMode Mode, IReadOnlyList<Choice> Modes, IReadOnlyList<BackOfficeMessage> Messages);

/// <summary>
/// A stand-in for a provider's back office, for the demonstration (ORDER-5): what it was told, and how it answers.
/// </summary>
[AllowAnonymous]
[DemonstrationOnly]
[SentAgain]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("dev/backoffice")]
public sealed class BackOfficeController(BackOfficeStand stand, BackOfficeAnswers answers, IStringLocalizer<BackOfficeText> text)
    : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View("BackOffice", Page());

    [HttpPost("mode")]
    [ValidateAntiForgeryToken]
    public IActionResult Switch(string? mode)
    {
        if (!Enum.TryParse<BackOfficeMode>(mode, out var chosen) || !Enum.IsDefined(chosen))
        {
            ModelState.AddModelError(nameof(BackOfficePage.Mode), text["ChooseMode"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("BackOffice", Page());
        }

        stand.Mode = chosen;
        TempData.Success(text["Switched", text["Mode." + chosen]]);
        return new SeeOtherResult(DevPaths.BackOffice);
    }

    /// <summary>Answers what it has left unanswered.</summary>
    [HttpPost("answers")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Answer()
    {
        foreach (var message in stand.Messages.Where(message => message.AwaitsAnswer))
        {
            await answers.AnswerAsync(message, BackOfficeMode.Accepting, HttpContext.RequestAborted);
        }

        TempData.Success(text["Answered"]);
        return new SeeOtherResult(DevPaths.BackOffice);
    }

    private BackOfficePage Page() => new(stand.Mode,
        [.. Enum.GetValues<BackOfficeMode>().Select(mode => new Choice(mode.ToString(), text["Mode." + mode], text["ModeHint." + mode]))],
        stand.Messages);
}
