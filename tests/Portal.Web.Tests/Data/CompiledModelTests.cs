using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.PostgreSql.CompiledModel;

namespace Portal.Web.Tests.Data;

/// <summary>The model that a start takes as it is written is the one that the configurations say (ADR 0151).</summary>
public sealed class CompiledModelTests
{
    private static readonly string[] PlaceNames =
    [
        RelationalAnnotationNames.Schema + ":", RelationalAnnotationNames.TableName, RelationalAnnotationNames.ViewName,
        RelationalAnnotationNames.ViewSchema, RelationalAnnotationNames.FunctionName, RelationalAnnotationNames.SqlQuery,
    ];

    [Fact]
    public void PERF_5_TheCompiledModel_IsTakenByEveryContext()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);

        db.Model.ShouldBeOfType<NpgsqlPortalDbContextModel>().ShouldBeSameAs(NpgsqlPortalDbContext.SharedModel);
    }

    [Fact]
    public void PERF_5_TheCompiledModel_SaysWhatTheConfigurationsSay()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);

        Said(db.Model).ShouldBe(Said(Built(db)), "scripts/compile-model.sh");
        Places(db.Model).ShouldBe(Places(Built(db)), "scripts/compile-model.sh");
    }

    [Fact]
    public void AZ_01_PERF_5_TheCompiledModel_ConfinesEveryTableOfATenant()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);

        var filters = Filters(db.Model);

        filters.ShouldBe(Filters(Built(db)));
        filters.Count.ShouldBe(db.Model.GetEntityTypes().Count(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned))));
        filters.Count.ShouldBeGreaterThan(60);
    }

    private static IModel Built(NpgsqlPortalDbContext db) =>
        db.GetService<IModelSource>().GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);

    /// <summary>
    /// Everything but where rows are kept: EF's generator says that once more for parts of an entity.
    /// </summary>
    private static List<string> Said(IModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(entity =>
                entity.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n', StringSplitOptions.TrimEntries))
            .Where(line => line != "Annotations:"
                && !Array.Exists(PlaceNames, name => line.StartsWith(name, StringComparison.Ordinal))),
        .. model.GetAnnotations().Select(annotation => $"{annotation.Name}: {annotation.Value}").Order(StringComparer.Ordinal),
    ];

    private static List<string> Places(IModel model) =>
    [
        .. model.GetEntityTypes().Select(entity =>
            $"{entity.Name}: {entity.GetSchema()} {entity.GetTableName()} {entity.GetViewSchema()} {entity.GetViewName()} "
                + $"{entity.GetFunctionName()} {entity.GetSqlQuery()}"),
    ];

    private static List<string> Filters(IModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredQueryFilters(), (entity, filter) =>
            $"{entity.Name} {filter.Key}: {ExpressionPrinter.Print(filter.Expression!)}").Order(),
    ];
}
