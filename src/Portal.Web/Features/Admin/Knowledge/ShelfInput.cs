using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Knowledge;
using Portal.Web.Data;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>Turns the form into a base or a category; inside the tenant that it is for.</summary>
public sealed class ShelfInput(PortalDbContext db, FormWords words, IStringLocalizer<KnowledgeEditorText> text)
{
    private static readonly LineField Name = new(ArticleLimits.Name, Required: true);
    private static readonly LineField Description = new(ArticleLimits.Description);
    private static readonly LineField Slug = new(ArticleSlug.Longest, Required: true);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    public async Task<ShelfPage> PageAsync(PortalTenant tenant) => new(tenant, await db.KnowledgeBases.AsNoTracking()
        .Include(row => row.Categories.OrderBy(category => category.Order)).OrderBy(row => row.Order).ToListAsync())
    {
        Counts = await db.Articles.GroupBy(row => row.CategoryId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count),
    };

    /// <summary>One's own version beside the newer one (SAFE-1).</summary>
    public ChangedElsewhere Compare(ShelfForm form, ShelfContent own, ShelfState newer)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(newer);
        var tenant = form.Page.Tenant;
        ComparedField Field(string name, Func<ShelfContent, string> value) =>
            new(name, text["Field." + name], value(own), value(newer.Content));
        ComparedField[] descriptions =
        [
            Field(nameof(form.DescriptionJa), content => content.DescriptionJa),
            Field(nameof(form.DescriptionEn), content => content.DescriptionEn),
        ];
        return new ChangedElsewhere(newer, newer.Content.NameJa, StaffPaths.Shelf(tenant.Slug, form.Id!.Value))
        {
            Fields =
            [
                Field(nameof(form.NameJa), content => content.NameJa),
                Field(nameof(form.NameEn), content => content.NameEn),
                .. form.IsBase ? descriptions : [],
                Field(nameof(form.Slug), content => content.Slug),
            ],
            Crumbs = [(text["Title"], StaffPaths.Knowledge), (text["ShelvesOf", tenant.Profile.Name], StaffPaths.Shelves(tenant.Slug))],
        };
    }

    public ShelfContent Read(ShelfForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var shelf = form.Id is not null ? null : form.Page.Bases.FirstOrDefault(row => row.Id.ToString() == form.Base);
        if (form.Id is null && shelf is null && !string.IsNullOrEmpty(form.Base))
        {
            reader.Add(nameof(form.Base), new FieldFault.NotOffered());
        }

        var slug = reader.Read(Slug, nameof(form.Slug), form.Slug);
        if (!ArticleSlug.IsSlug(slug) && !reader.HasProblem(nameof(form.Slug)))
        {
            reader.Add(nameof(form.Slug), text["SlugUnfit"]);
        }

        return new ShelfContent(slug, reader.Read(Name, nameof(form.NameJa), form.NameJa),
            reader.Read(Name, nameof(form.NameEn), form.NameEn),
            reader.Read(Description, nameof(form.DescriptionJa), form.DescriptionJa),
            reader.Read(Description, nameof(form.DescriptionEn), form.DescriptionEn), shelf?.Id);
    }
}
