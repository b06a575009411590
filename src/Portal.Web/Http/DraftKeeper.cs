using Portal.Web.Accounts;

namespace Portal.Web.Http;

/// <summary>Keeps what a form carried when its session had ended, and gives it back after signing in again (SAFE-3).</summary>
internal sealed class DraftKeeper(FormDrafts drafts, CurrentSession session, ICookieNames names)
{
    private const string Cookie = "draft";
    private const int Largest = 256 * 1024;

    // Secrets are typed again. Names are matched wide: a field too many left empty harms nobody.
    private static readonly string[] Secrets = ["password", "keyword", "secret", "otp", "token", "pin"];
    private static readonly string[] SecretCodes = ["code", "onetimecode", "verificationcode", "recoverycode"];

    public async Task KeepAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || (session.IsSignedIn ? session.UserId : session.FormerUserId) is not { } userId || FormPage.Of(context) is not { } page)
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(field => MayKeep(field.Key)).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
        if (fields.Count == 0 || fields.Sum(field => field.Key.Length + field.Value.Sum(value => value.Length)) > Largest)
        {
            return;
        }

        var token = await drafts.KeepAsync(userId, page, fields);
        context.Response.Cookies.Append(names.Name(Cookie), token, names.Options(context, life: FormDrafts.Life));
    }

    /// <returns>The fields for this page, once; null when there are none.</returns>
    public async Task<IReadOnlyDictionary<string, string[]>?> TakeAsync(HttpContext context)
    {
        if (!session.IsSignedIn || RequestCookie.Single(context, names.Name(Cookie)) is not { } token)
        {
            return null;
        }

        var fields = await drafts.TakeAsync(token, session.UserId, context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        if (fields is not null)
        {
            context.Response.Cookies.Delete(names.Name(Cookie), names.Options(context));
        }

        return fields;
    }

    private static bool MayKeep(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return !name.StartsWith("__", StringComparison.Ordinal) && name != ReturnUrl.Key
            && !Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase))
            && !SecretCodes.Contains(last, StringComparer.OrdinalIgnoreCase);
    }
}
