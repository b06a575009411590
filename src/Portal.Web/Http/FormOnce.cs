namespace Portal.Web.Http;

/// <summary>The hidden id that makes a form work once, however often it is sent (SAFE-2).</summary>
internal static class FormOnce
{
    public const string Field = "__form";

    /// <summary>The form's id; null where the form has none.</summary>
    public static Guid? IdOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParseExact(request.Form[Field], "N", out var id) ? id : null;
}
