using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Lists;

/// <summary>Addresses of a list.</summary>
public static class ListAddress
{
    /// <summary>The query as it is, without one parameter; empty or with its question mark.</summary>
    public static string Without(this IQueryCollection query, string name)
    {
        ArgumentNullException.ThrowIfNull(query);
        var builder = new QueryBuilder();
        foreach (var (key, values) in query.Where(pair => pair.Key != name))
        {
            builder.Add(key, values.OfType<string>());
        }

        return builder.ToString();
    }
}
