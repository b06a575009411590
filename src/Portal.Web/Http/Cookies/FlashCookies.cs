using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// The framework's cookie for messages over a redirect, without deleting on every page what was never there.
/// </summary>
internal sealed class FlashCookies(CookieTempDataProvider inner, ICookieNames names) : ITempDataProvider
{
    public const string Cookie = "flash";

    public IDictionary<string, object> LoadTempData(HttpContext context) => inner.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(names.Name(Cookie)))
        {
            inner.SaveTempData(context, values);
        }
    }
}
