using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Shared.MailedLinks;

/// <summary>
/// Link → confirmation → act → dead link, the same for every mailed link. To open one changes nothing, as mail scanners
/// open them, too (TR-02); its token leaves the address bar at once (TR-12); only the form of its page acts, and for
/// the link it was shown for (TR-05); whatever is wrong with a link, it gets one and the same page (EN-09).
/// </summary>
/// <param name="address">Where its pages are, below the tenant: "email/confirm".</param>
/// <typeparam name="TFound">What a living link is about.</typeparam>
[AllowAnonymous]
[LinkPage]
public abstract class MailedLinkController<TFound>(LinkCookie links, string address) : Controller
    where TFound : class
{
    /// <summary>The token that this browser came with; null where it came with none.</summary>
    protected string? Token => links.Token(HttpContext, Step);

    private string Step => address.Replace('/', '-');

    private string Place => HomePaths.Root + address;

    /// <summary>Looks for what a token is about, and changes nothing.</summary>
    /// <returns>Null for every token that opens nothing (any more).</returns>
    protected abstract Task<TFound?> FindAsync(string? token);

    /// <summary>Which link, or whose account, the form was shown for.</summary>
    protected abstract Guid IdOf(TFound found);

    /// <summary>The page that asks, with the errors of the model state.</summary>
    protected abstract ViewResult Ask(TFound found);

    protected virtual ViewResult DeadLink() => View("DeadLink");

    /// <summary>The link was opened: on to its page.</summary>
    protected SeeOtherResult Begin(string token) => links.Receive(HttpContext, Step, token, Place);

    protected async Task<IActionResult> ShowAsync() => await FindAsync(Token) is { } found ? Ask(found) : Dead();

    /// <param name="shown">What the form says it was shown for.</param>
    protected async Task<IActionResult> ActAsync(Guid shown, Func<TFound, Task<IActionResult>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (await FindAsync(Token) is not { } found)
        {
            return Dead();
        }

        // Asked about another link, in another tab: ask again.
        return IdOf(found) == shown ? await act(found) : new SeeOtherResult(Place);
    }

    /// <summary>Done: this browser forgets the token.</summary>
    /// <param name="next">The page that says so, below the link's own.</param>
    protected SeeOtherResult Finish(string next)
    {
        links.Clear(HttpContext, Step);
        return new SeeOtherResult($"{Place}/{next}");
    }

    /// <summary>Not done: the page once more, with what is wrong.</summary>
    protected ViewResult Again(TFound found)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Ask(found);
    }

    /// <summary>Expired, used, superseded, never issued and another tenant's read alike (EN-09, TR-06).</summary>
    protected ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return DeadLink();
    }
}
