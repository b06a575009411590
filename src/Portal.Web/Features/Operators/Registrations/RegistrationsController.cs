using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Accounts;
using Portal.Web.Data.Entities;
using Portal.Web.Http;

namespace Portal.Web.Features.Operators.Registrations;

/// <summary>A new ID of the contract: form, check, and its first password shown once (OPER-5).</summary>
[Route("operators/new")]
public sealed class RegistrationsController(Delegates delegates, RegistrationService registration, OperatorInput input, OperatorWords words, SealedText seal, IStringLocalizer<OperatorsText> text) : OperatorController
{
    private const string Purpose = "register";

    [HttpGet("")]
    public async Task<IActionResult> New() => await delegates.AskForContractAsync(DelegatedAct.Register) is { } who
        ? View("New", await FillAsync(new RegistrationForm(), who))
        : StatusCode(StatusCodes.Status403Forbidden);

    [HttpPost("")]
    public async Task<IActionResult> Create(RegistrationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await delegates.AskForContractToChangeAsync(DelegatedAct.Register) is not { } who)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await FillAsync(form, who);
        if (form.Step == "back")
        {
            return View("New", form);
        }

        var account = Check(form, who);
        if (!ModelState.IsValid)
        {
            return Again("New", form);
        }

        return form.Step == "save" ? await SaveAsync(form, account) : Ask(form, account);
    }

    private async Task<RegistrationForm> FillAsync(RegistrationForm form, PortalUser who)
    {
        form.Room = await registration.RoomAsync(who.ContractId!.Value);
        return form;
    }

    private NewAccount Check(RegistrationForm form, PortalUser who)
    {
        var problems = new List<InputProblem>();
        var id = input.LoginId(form.LoginId, problems);
        var details = input.Details(form, new AccountDetails(), problems);
        var email = words.HasField("email") ? input.Email(form.Email, problems) : null;
        var keyword = words.HasField("keyword") ? Keyword(form, problems) : null;
        ModelState.Report(problems);
        return new NewAccount(words.Profile.Door, id, AccountRole.Member, who.ContractId!.Value, details, email, keyword);
    }

    private string? Keyword(RegistrationForm form, List<InputProblem> problems)
    {
        if (string.IsNullOrEmpty(form.SealedKeyword))
        {
            return input.Keyword(form.Keyword, form.KeywordAgain, problems);
        }

        var keyword = seal.Open(Purpose, form.SealedKeyword);
        if (keyword is null)
        {
            problems.Add(new InputProblem(nameof(form.Keyword), text["KeywordTypeAgain"]));
        }

        return keyword;
    }

    private ViewResult Ask(RegistrationForm form, NewAccount account)
    {
        form.Put(account.Details);
        (form.LoginId, form.Email) = (account.LoginId, account.Email);
        form.SealedKeyword = account.Keyword is null ? null : seal.Seal(Purpose, account.Keyword);
        ModelState.Clear();
        return View("Check", form);
    }

    private async Task<IActionResult> SaveAsync(RegistrationForm form, NewAccount account)
    {
        switch (await registration.RegisterAsync(registration.Prepare(account)))
        {
            case RegisterOutcome.Registered done:
                OneTimeSecret.Keep(TempData, new OneTimeSecret(done.User.Id, done.Password, done.Issued.ExpiresAt, done.Issued.Id));
                TempData.Success(text["Registered", done.User.UserName!]);
                return new SeeOtherResult($"~/operators/{done.User.Id}/temporary-password/issued{Carry}");
            case RegisterOutcome.IdTaken:
                ModelState.AddModelError(nameof(form.LoginId), text["IdTaken", words.Id]);
                break;
            case RegisterOutcome.TooManyProbes:
                ModelState.AddModelError(nameof(form.LoginId), text["TooManyProbes"]);
                return Again("New", form, StatusCodes.Status429TooManyRequests);
            default:
                ModelState.AddModelError("", text["LimitReached", words.Many]);
                break;
        }

        return Again("New", form);
    }
}
