namespace Portal.Web.Http.Cookies;

/// <summary>
/// Random tokens by which accounts know this browser again and do not ask for the second factor (MFA-2). Each is good
/// for its own account alone (MF-12).
/// </summary>
public sealed class TrustCookie(ICookieNames names)
{
    private const string Plain = "trust";
    private const char Separator = '.';
    private const int MostAccounts = 5;

    public IReadOnlyCollection<string> Tokens(HttpContext context) =>
        RequestCookie.Single(context, names.Name(Plain))?.Split(Separator, MostAccounts + 1, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostAccounts).ToList() ?? [];

    public void Add(HttpContext context, string token, TimeSpan life)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tokens = Tokens(context).Prepend(token).Take(MostAccounts);
        context.Response.Cookies.Append(names.Name(Plain), string.Join(Separator, tokens), names.Options(context, life: life));
    }
}
