using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Http.Cookies;

/// <summary>One message carried over a redirect and shown on the next page.</summary>
public static class Flash
{
    internal const string TextKey = "flash";
    internal const string ToneKey = "flash-tone";

    public static void Success(this ITempDataDictionary tempData, string text) => tempData.Set("success", text);

    public static void Warning(this ITempDataDictionary tempData, string text) => tempData.Set("warning", text);

    /// <summary>A warning after what is said already.</summary>
    public static void WarnToo(this ITempDataDictionary tempData, string text)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData.Warning(tempData.Peek(TextKey) is string said ? said + " " + text : text);
    }

    private static void Set(this ITempDataDictionary tempData, string tone, string text) =>
        (tempData[ToneKey], tempData[TextKey]) = (tone, text);
}
