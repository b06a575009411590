using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DraftsAnew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Rows of before hold whatever a form carried, passwords among it.
            migrationBuilder.Sql("DELETE FROM [FormDrafts];");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What is gone needs no way back.
        }
    }
}
