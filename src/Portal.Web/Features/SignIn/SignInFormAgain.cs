using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Gates;

namespace Portal.Web.Features.SignIn;

/// <summary>Gives an empty form again where the one that was sent bore no token of this browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignInFormAgainAttribute() : TypeFilterAttribute(typeof(SignInFormAgain));

/// <summary>
/// Cookies are lost where a browser clears or blocks them, and a form grows old. Nothing of what was sent is looked at,
/// and nothing of it is shown: another site's form must sign nobody in, nor fill in whose ID is signed in with (SE-16).
/// </summary>
internal sealed class SignInFormAgain(SignInPages pages, IModelMetadataProvider metadata, IStringLocalizer<SignInText> text)
    : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult
            || context.HttpContext.Features.Get<ForgedRequestRefusal>() is not { SignedInAs: null, MayRetry: true } refusal
            || pages.Find(context.RouteData.Values["door"] as string) is not { } door)
        {
            return;
        }

        context.ModelState.AddModelError("", text[refusal.HasCookie ? "FormExpired" : "CookiesMissing"]);
        context.Result = new ViewResult
        {
            ViewName = "SignIn",
            StatusCode = StatusCodes.Status422UnprocessableEntity,
            ViewData = new ViewDataDictionary<SignInPage>(metadata,
                context.ModelState)
            { Model = pages.Fill(new SignInPage(), door, context.HttpContext) },
        };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // Nothing is left to do.
    }
}
