using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Http.TagHelpers;

/// <summary>The present address with one parameter of its query changed; filters and order survive paging.</summary>
internal static class QueryLinks
{
    public static string With(HttpRequest request, string name, string? value, params string[] without)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
            if (key != name && !without.Contains(key))
                query.Add(key, values.Select(each => each ?? ""));
        if (value is not null)
            query.Add(name, value);
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
