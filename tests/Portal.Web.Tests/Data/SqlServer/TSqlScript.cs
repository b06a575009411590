using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Web.Tests.Data.SqlServer;

/// <summary>
/// A T-SQL script read without a server: its statements, those inside EXEC('…') too, and the lines that do not parse.
/// </summary>
internal sealed class TSqlScript : TSqlFragmentVisitor
{
    private TSqlScript()
    {
    }

    public List<string> Errors { get; } = [];

    public List<TSqlStatement> Statements { get; } = [];

    public static TSqlScript Parse(string text)
    {
        var script = new TSqlScript();
        script.Add(text);
        return script;
    }

    public override void Visit(TSqlStatement node) => Statements.Add(node);

    // EF creates filtered indexes inside EXEC, because an idempotent script must parse before its tables exist. Where
    // it drops a column it puts in a variable: the name of the column's default, which only the server knows.
    public override void Visit(ExecutableStringList node) =>
        Add(string.Concat(node.Strings.Select(part => part is StringLiteral literal ? literal.Value : "[Name]")));

    private void Add(string text)
    {
        var parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Errors.AddRange(errors.Select(error => $"line {error.Line}: {error.Message}"));
        parsed?.Accept(this);
    }
}
