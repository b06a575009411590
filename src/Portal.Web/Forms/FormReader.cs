using Portal.Web.Forms.Fields;

namespace Portal.Web.Forms;

/// <summary>Reads the fields of one form, or of one row of a file, and gathers what is wrong with them.</summary>
public sealed class FormReader(FormWords words, Func<string, string> label)
{
    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <returns>What is stored; beside a problem the nearest to it.</returns>
    public T Read<T>(Field<T> field, string name, string? typed)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (value, fault) = field.Read(typed ?? "");
        if (fault is not null)
        {
            Add(name, fault);
        }

        return value;
    }

    /// <summary>A fault that the form sees and the field alone does not.</summary>
    public void Add(string name, FieldFault fault) => Add(name, words.Of(fault, label(name)));

    /// <summary>A problem that no field can see by itself: two that disagree, an ID that is taken.</summary>
    public void Add(string name, string message) => problems.Add(new FieldProblem(name, message));

    /// <summary>Several problems of one field, such as those of a file.</summary>
    public void AddEach(string name, IEnumerable<string> messages) =>
        problems.AddRange(messages.Select(message => new FieldProblem(name, message) { IsOneOfSeveral = true }));

    public bool HasProblem(string name) => problems.Exists(problem => problem.Field == name);
}
