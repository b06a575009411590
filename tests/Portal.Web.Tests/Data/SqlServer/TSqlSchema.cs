using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Web.Tests.Data.SqlServer;

/// <summary>The tables that a script makes, and what a server would refuse about them.</summary>
internal sealed class TSqlSchema
{
    private readonly Dictionary<string, HashSet<string>> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Table, ForeignKeyConstraintDefinition Key)> foreignKeys = [];
    private readonly List<CreateIndexStatement> indexes = [];

    public TSqlSchema(TSqlScript script)
    {
        foreach (var statement in script.Statements)
        {
            Add(statement);
        }
    }

    public IReadOnlyCollection<string> Tables => tables.Keys;

    public int Indexes => indexes.Count;

    public IEnumerable<string> Faults() => foreignKeys.SelectMany(Faults).Concat(indexes.SelectMany(Faults)).Concat(CascadeFaults());

    private void Add(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                tables[create.SchemaObjectName.BaseIdentifier.Value] = new(StringComparer.OrdinalIgnoreCase);
                Add(create.SchemaObjectName.BaseIdentifier.Value, create.Definition);
                break;
            case AlterTableAddTableElementStatement alter:
                Add(alter.SchemaObjectName.BaseIdentifier.Value, alter.Definition);
                break;
            case CreateIndexStatement index:
                indexes.Add(index);
                break;
            default:
                break;
        }
    }

    private void Add(string table, TableDefinition definition)
    {
        tables.TryAdd(table, new(StringComparer.OrdinalIgnoreCase));
        tables[table].UnionWith(definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));
        foreignKeys.AddRange(definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>().Select(key => (table, key)));
    }

    private IEnumerable<string> Faults((string Table, ForeignKeyConstraintDefinition Key) foreignKey)
    {
        var (table, key) = foreignKey;
        var name = key.ConstraintIdentifier.Value;
        return Missing(name, table, key.Columns)
            .Concat(Missing(name, key.ReferenceTableName.BaseIdentifier.Value, key.ReferencedTableColumns));
    }

    private IEnumerable<string> Faults(CreateIndexStatement index)
    {
        var columns = index.Columns.Select(column => column.Column).Concat(index.IncludeColumns).Concat(Filtered(index));
        return Missing(index.Name.Value, index.OnName.BaseIdentifier.Value,
            columns.Select(column => column.MultiPartIdentifier.Identifiers[^1]));
    }

    private IEnumerable<string> Missing(string what, string table, IEnumerable<Identifier> columns) =>
            tables.TryGetValue(table, out var known)
        ? columns.Where(column => !known.Contains(column.Value)).Select(column => $"{what}: {table} has no column {column.Value}")
        : [$"{what}: there is no table {table}"];

    /// <summary>Message 1785: a server refuses a key by which one deletion would reach a table on two ways.</summary>
    private IEnumerable<string> CascadeFaults() =>
        from start in tables.Keys
        from reached in Reach(start, [start]).GroupBy(table => table, StringComparer.OrdinalIgnoreCase)
        where reached.Count() > 1
        select $"deleting from {start} reaches {reached.Key} on {reached.Count()} ways";

    private IEnumerable<string> Reach(string table, IReadOnlyList<string> way) =>
        foreignKeys.Where(foreignKey => Cascades(foreignKey.Key) && Is(foreignKey.Key.ReferenceTableName.BaseIdentifier.Value, table))
            .SelectMany(foreignKey => way.Contains(foreignKey.Table, StringComparer.OrdinalIgnoreCase)
                ? [foreignKey.Table, foreignKey.Table]
                : Reach(foreignKey.Table, [.. way, foreignKey.Table]).Prepend(foreignKey.Table));

    private static bool Cascades(ForeignKeyConstraintDefinition key) =>
        key.DeleteAction is DeleteUpdateAction.Cascade or DeleteUpdateAction.SetNull;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static List<ColumnReferenceExpression> Filtered(CreateIndexStatement index)
    {
        var columns = new Columns();
        index.FilterPredicate?.Accept(columns);
        return columns.Found;
    }

    private sealed class Columns : TSqlFragmentVisitor
    {
        public List<ColumnReferenceExpression> Found { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Found.Add(node);
    }
}
