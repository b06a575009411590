using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>Whom a gate leads to the page that is to be dealt with first.</summary>
internal static class LedRequests
{
    /// <summary>
    /// A person who asks for a page. What sends or fetches something is refused, and so is a script: it would take the
    /// page that it is led to for the answer.
    /// </summary>
    public static bool CanBeLed(this HttpRequest request, EndpointMetadataCollection marks) => HttpMethods.IsGet(request.Method)
        && marks.GetMetadata<DownloadAttribute>() is null && marks.GetMetadata<AskedByScriptAttribute>() is null;
}
