using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Knowledge;

/// <summary>All that one sees, and the base or category that the address names.</summary>
/// <param name="Category">Null for a whole base.</param>
public sealed record ShelfTarget(IReadOnlyList<Shelf> Shelves, Shelf Shelf, KnowledgeCategory? Category);

/// <summary>
/// The base or category that the address names, where the reader sees an article in it (EN-12). The action gets a <see
/// cref="ShelfTarget"/>.
/// </summary>
public sealed class ShelfGuardAttribute : GuardAttribute<ShelfGuard>;

public sealed class ShelfGuard(KnowledgeShelves shelves, CurrentSession session) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var all = await shelves.OfAsync(KnowledgeReader.Of(session.User));
        if (Find(context, all) is not { } found)
        {
            return new NotFoundResult();
        }

        Hand(context, found);
        return null;
    }

    private static ShelfTarget? Find(ActionExecutingContext context, IReadOnlyList<Shelf> all)
    {
        if (context.RouteData.Values.ContainsKey("shelf"))
        {
            var named = Named(context, "shelf");
            return all.FirstOrDefault(each => each.Base.Slug == named) is { } whole ? new ShelfTarget(all, whole, null) : null;
        }

        var slug = Named(context, "category");
        return all.SelectMany(each => each.Parts, (shelf, part) => new ShelfTarget(all, shelf, part.Category))
            .FirstOrDefault(each => each.Category!.Slug == slug);
    }
}
