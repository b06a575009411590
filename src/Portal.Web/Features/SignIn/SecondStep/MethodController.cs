using Microsoft.AspNetCore.Mvc;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text.Counting;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn.SecondStep;

public sealed class MethodPage
{
    public FactorMethod? Method { get; set; }

    /// <summary>Which sign-in the form belongs to.</summary>
    public Guid Attempt { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string LoginId { get; set; } = "";

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string IdLabel { get; set; } = "";

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public IReadOnlyList<FactorMethod> Available { get; set; } = [];

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string MaskedAddress { get; set; } = "";

    /// <summary>The button of passkeys belongs to their own feature, which needs the browser's help.</summary>
    public IEnumerable<FactorMethod> Typed => Available.Where(method => method != FactorMethod.Passkey);
}

/// <summary>The choice among the methods that this account has and this tenant accepts (MFA-2).</summary>
public sealed class MethodController(SecondStepTools tools) : SecondStepController(tools, method: null)
{
    [HttpGet("login/method")]
    public Task<IActionResult> New() => WithAttemptAsync(() => View("Method", Choice()));

    [HttpPost("login/method")]
    public Task<IActionResult> Create(MethodPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return WithAttemptAsync(() => ChooseAsync(form), form.Attempt);
    }

    private async Task<IActionResult> ChooseAsync(MethodPage form)
    {
        if (form.Method is not { } method || !Choice().Typed.Contains(method))
        {
            return Again(Text["ChooseMethod"]);
        }

        return await Tools.Start.PrepareAsync(Attempt, method) switch
        {
            CodeOutcome.TooSoon soon => Again(Text[CountedKey.Of("SendIn", soon.Seconds), soon.Seconds]),
            CodeOutcome.TooMany many => Again(Text["TooManyCodes", many.Minutes]),
            _ => new SeeOtherResult(SecondStepPaths.Of(method)),
        };
    }

    private ViewResult Again(string error)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Clear();
        ModelState.AddModelError(nameof(MethodPage.Method), error);
        return View("Method", Choice());
    }

    private MethodPage Choice()
    {
        var page = Page();
        return new()
        {
            Attempt = page.Attempt,
            LoginId = page.LoginId,
            IdLabel = page.IdLabel,
            Available = Available,
            MaskedAddress = page.MaskedAddress
        };
    }
}
